; The installer for one user: no administrator needed, silent with /S. Definitions and lists of files come from installer.py.
; /DESKTOP puts an icon on the desktop too; the uninstaller's /REMOVEDATA removes settings and decisions without asking.

Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32
CRCCheck force
AllowSkipFiles off

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

Name "${PRODUCT}"
OutFile "${OUTPUT}"
BrandingText "${PRODUCT} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${IDENTIFIER}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${PRODUCT} 安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "${PRODUCT}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${PRODUCT} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "只为当前用户安装，不需要管理员权限，也不需要联网。$\r$\n$\r$\n已经装过旧版本的，会直接升级，设置和审阅决定都保留。"
!define MUI_FINISHPAGE_TITLE "装好了"
!define MUI_FINISHPAGE_TEXT "在“开始”菜单里可以找到${PRODUCT}。$\r$\n$\r$\n也可以在文稿上点右键，选“打开方式”里的${PRODUCT}。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\reviewer.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${PRODUCT}"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "在桌面放一个图标"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Ends with status 3 where the program still runs: its files cannot be replaced then.
!macro RefuseWhileRunning
  ${Do}
    System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "Local\reviewer-running") p .R0'
    ${If} $R0 P= 0
      ${ExitDo}
    ${EndIf}
    System::Call 'kernel32::CloseHandle(p R0)'
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "${PRODUCT}正在运行，请先关闭它的窗口，再点“重试”。" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 3
    Quit
  ${Loop}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${PRODUCT}需要 64 位的 Windows 10 或更新的系统。" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  !insertmacro RefuseWhileRunning
FunctionEnd

Function un.onInit
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/UPGRADE" $R2
  ${If} ${Errors}
    !insertmacro RefuseWhileRunning
  ${EndIf}
FunctionEnd

Function PutOnDesktop
  CreateShortcut "$DESKTOP\${PRODUCT}.lnk" "$INSTDIR\reviewer.exe"
FunctionEnd

Section "install"
  SetShellVarContext current
  SetOverwrite on
  ; What the version before installed is removed by its own list; settings and decisions are not in there.
  ReadRegStr $R0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R0 != ""
  ${AndIf} ${FileExists} "$R0\uninstall.exe"
    InitPluginsDir
    CopyFiles /SILENT "$R0\uninstall.exe" "$PLUGINSDIR\old.exe"
    ExecWait '"$PLUGINSDIR\old.exe" /S /UPGRADE _?=$R0'
    Delete "$R0\uninstall.exe"
    ${If} $R0 != $INSTDIR
      RMDir "$R0"
    ${EndIf}
  ${EndIf}
  ClearErrors
  !include "${FILES_TO_INSTALL}"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "有文件没能写入，可能是磁盘空间不足，或被安全软件拦住了。请处理后再运行一次安装程序。" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\reviewer.exe"
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/DESKTOP" $R2
  ${IfNot} ${Errors}
    Call PutOnDesktop
  ${EndIf}

  WriteRegStr HKCU "${APPLICATION_KEY}" "FriendlyAppName" "${PRODUCT}"
  WriteRegStr HKCU "${APPLICATION_KEY}\shell\open\command" "" '"$INSTDIR\reviewer.exe" "%1"'
  WriteRegStr HKCU "${PROGID_KEY}" "" "${PRODUCT}文稿"
  WriteRegStr HKCU "${PROGID_KEY}\DefaultIcon" "" "$INSTDIR\reviewer.exe,0"
  WriteRegStr HKCU "${PROGID_KEY}\shell\open\command" "" '"$INSTDIR\reviewer.exe" "%1"'
  !include "${KINDS_TO_OFFER}"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\reviewer.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/UPGRADE" $R2
  ${If} ${Errors}
    StrCpy $R3 ""
    ClearErrors
    ${GetOptions} $R1 "/REMOVEDATA" $R2
    ${IfNot} ${Errors}
      StrCpy $R3 "remove"
    ${ElseIf} ${FileExists} "$APPDATA\${IDENTIFIER}\*.*"
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "要不要连同设置、本单位名单和审阅决定一起删除？$\r$\n$\r$\n选“否”会留着，以后再装还能接着用。文稿本身不受影响。" /SD IDNO IDNO +2
      StrCpy $R3 "remove"
    ${EndIf}
    ${If} $R3 == "remove"
      RMDir /r "$APPDATA\${IDENTIFIER}"
      RMDir /r "$LOCALAPPDATA\${IDENTIFIER}"
    ${EndIf}
    Delete "$SMPROGRAMS\${PRODUCT}.lnk"
    Delete "$DESKTOP\${PRODUCT}.lnk"
    !include "${KINDS_TO_WITHDRAW}"
    DeleteRegKey HKCU "${APPLICATION_KEY}"
    DeleteRegKey HKCU "${PROGID_KEY}"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ${EndIf}
  !include "${FILES_TO_REMOVE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${RefreshShellIcons}
SectionEnd
