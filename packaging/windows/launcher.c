/* The program that the user starts: loads python\python311.dll beside it and runs the module `reviewer`.
 *
 * GUI by default; with CONSOLE defined the command line. It holds a named mutex while it runs, by which the installer
 * sees that the program is in use. Everything else is Python. */

#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define SWITCHES 6

typedef int (*py_main)(int, wchar_t **);
typedef LONG(WINAPI *get_version)(OSVERSIONINFOW *);

static wchar_t folder[LONGEST];
static wchar_t path[LONGEST];

static int fail(const wchar_t *sentence)
{
#ifdef CONSOLE
    DWORD written;
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(errors, sentence, (DWORD)wcslen(sentence), &written, NULL)) {
        static char bytes[4096];
        int size = WideCharToMultiByte(CP_UTF8, 0, sentence, -1, bytes, sizeof bytes, NULL, NULL);
        WriteFile(errors, bytes, size > 0 ? size - 1 : 0, &written, NULL);
    }
#else
    MessageBoxW(NULL, sentence, L"公文审阅", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return 2;
}

/* Whether this is Windows 10 or newer; GetVersionEx would say what the manifest says. */
static int new_enough(void)
{
    OSVERSIONINFOW version = {0};
    get_version ask = (get_version)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    version.dwOSVersionInfoSize = sizeof version;
    return !ask || ask(&version) != 0 || version.dwMajorVersion >= 10;
}

static int run(int count, wchar_t **words)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *slash = length && length < LONGEST ? wcsrchr(folder, L'\\') : NULL;
    if (!slash)
        return fail(L"程序所在的文件夹读不出来。请把程序移到路径短一些的文件夹再试。\n");
    *slash = L'\0';
    if (!new_enough())
        return fail(L"本程序需要 Windows 10 或更新的系统。\n");
    CreateMutexW(NULL, FALSE, L"Local\\reviewer-running");
    SetErrorMode(SEM_FAILCRITICALERRORS);
    if (wcslen(folder) + 32 > LONGEST)
        return fail(L"程序所在的文件夹路径太长。请把程序移到路径短一些的文件夹再试。\n");
    wcscpy(path, folder);
    wcscat(path, L"\\python\\python311.dll");
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    py_main start = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!start)
        return fail(L"程序文件不完整，可能被安全软件隔离了。请重新安装，或把安装文件夹加入信任名单。\n");

    wchar_t **given = calloc((size_t)count + SWITCHES + 1, sizeof *given);
    if (!given)
        return fail(L"内存不够，请关掉别的程序再试。\n");
    int n = 0;
    given[n++] = words[0];
    given[n++] = L"-B"; /* nothing is ever written into the program's folder */
    given[n++] = L"-X";
    given[n++] = L"utf8";
    given[n++] = L"-c";
#ifdef CONSOLE
    given[n++] = L"import sys; from reviewer.__main__ import command_line; sys.exit(command_line())";
#else
    given[n++] = L"import sys; from reviewer.__main__ import window; sys.exit(window())";
#endif
    for (int i = 1; i < count; i++)
        given[n++] = words[i];
    return start(n, given);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    return run(__argc, __wargv);
}
#endif
