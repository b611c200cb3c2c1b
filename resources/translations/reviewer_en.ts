<?xml version="1.0" encoding="utf-8"?>
<!-- English words of the window. Source: our own. Licence: MIT. Date: 2026-11. -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>reviewer</name>
    <message>
        <source>打开(&amp;O)…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>从剪贴板新建(&amp;V)</source>
        <translation>New from clipboard</translation>
    </message>
    <message>
        <source>导出责任清单(&amp;E)…</source>
        <translation>&amp;Export checklist…</translation>
    </message>
    <message>
        <source>导出修订稿(&amp;M)…</source>
        <translation>Export corrected copy…</translation>
    </message>
    <message>
        <source>导出批注稿(&amp;N)…</source>
        <translation>Export comme&amp;nted copy…</translation>
    </message>
    <message>
        <source>按公文格式排版(&amp;T)…</source>
        <translation>Se&amp;t as official document…</translation>
    </message>
    <message>
        <source>导出审阅报告（HTML）(&amp;H)…</source>
        <translation>Export report (&amp;HTML)…</translation>
    </message>
    <message>
        <source>打开所在文件夹(&amp;D)</source>
        <translation>Show in fol&amp;der</translation>
    </message>
    <message>
        <source>关闭文稿(&amp;C)</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>全部关闭(&amp;L)</source>
        <translation>C&amp;lose all</translation>
    </message>
    <message>
        <source>下一份文稿(&amp;N)</source>
        <translation>&amp;Next document</translation>
    </message>
    <message>
        <source>上一份文稿(&amp;P)</source>
        <translation>&amp;Previous document</translation>
    </message>
    <message>
        <source>批量审阅(&amp;L)…</source>
        <translation>Review many fi&amp;les…</translation>
    </message>
    <message>
        <source>对比两稿(&amp;B)…</source>
        <translation>Compare two drafts…</translation>
    </message>
    <message>
        <source>设置(&amp;S)…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>退出(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>撤销(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>重做(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>列为任务(&amp;T)</source>
        <translation>Lis&amp;t as task</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>全选(&amp;A)</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>查找(&amp;F)…</source>
        <translation>&amp;Find…</translation>
    </message>
    <message>
        <source>查找下一处(&amp;N)</source>
        <translation>Fi&amp;nd next</translation>
    </message>
    <message>
        <source>查找上一处(&amp;P)</source>
        <translation>Find &amp;previous</translation>
    </message>
    <message>
        <source>转到(&amp;G)…</source>
        <translation>&amp;Go to…</translation>
    </message>
    <message>
        <source>后退(&amp;B)</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>前进(&amp;W)</source>
        <translation>For&amp;ward</translation>
    </message>
    <message>
        <source>大纲(&amp;O)</source>
        <translation>&amp;Outline</translation>
    </message>
    <message>
        <source>问题(&amp;W)</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>任务(&amp;R)</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>放大(&amp;I)</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>缩小(&amp;U)</source>
        <translation>Zoom o&amp;ut</translation>
    </message>
    <message>
        <source>原大(&amp;Z)</source>
        <translation>Original si&amp;ze</translation>
    </message>
    <message>
        <source>窄(&amp;N)</source>
        <translation>&amp;Narrow</translation>
    </message>
    <message>
        <source>标准(&amp;S)</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>宽(&amp;W)</source>
        <translation>&amp;Wide</translation>
    </message>
    <message>
        <source>适合窗口(&amp;F)</source>
        <translation>&amp;Fit window</translation>
    </message>
    <message>
        <source>专注模式(&amp;F)</source>
        <translation>&amp;Focus mode</translation>
    </message>
    <message>
        <source>朗读视图(&amp;V)</source>
        <translation>Reading-aloud &amp;view</translation>
    </message>
    <message>
        <source>收起或展开本部分(&amp;T)</source>
        <translation>Collapse or expand &amp;this part</translation>
    </message>
    <message>
        <source>全部收起(&amp;M)</source>
        <translation>Collapse all</translation>
    </message>
    <message>
        <source>全部展开(&amp;E)</source>
        <translation>&amp;Expand all</translation>
    </message>
    <message>
        <source>图例(&amp;L)</source>
        <translation>&amp;Legend</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>A&amp;s the system</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>高对比（白底）(&amp;W)</source>
        <translation>High contrast, &amp;white</translation>
    </message>
    <message>
        <source>高对比（黑底）(&amp;B)</source>
        <translation>High contrast, &amp;black</translation>
    </message>
    <message>
        <source>从头审阅(&amp;F)</source>
        <translation>Review &amp;from the first</translation>
    </message>
    <message>
        <source>采纳建议(&amp;A)</source>
        <translation>&amp;Accept suggestion</translation>
    </message>
    <message>
        <source>改为(&amp;C)…</source>
        <translation>&amp;Change to…</translation>
    </message>
    <message>
        <source>忽略此处(&amp;X)</source>
        <translation>Ignore here</translation>
    </message>
    <message>
        <source>总是忽略(&amp;Z)</source>
        <translation>Always ignore</translation>
    </message>
    <message>
        <source>停用此规则(&amp;D)</source>
        <translation>&amp;Disable this rule</translation>
    </message>
    <message>
        <source>批注(&amp;M)…</source>
        <translation>Re&amp;mark…</translation>
    </message>
    <message>
        <source>标为问题(&amp;W)…</source>
        <translation>Mark as finding…</translation>
    </message>
    <message>
        <source>显示已处理(&amp;H)</source>
        <translation>S&amp;how decided</translation>
    </message>
    <message>
        <source>导出审阅记录(&amp;G)…</source>
        <translation>Export review record…</translation>
    </message>
    <message>
        <source>导入审阅记录(&amp;I)…</source>
        <translation>&amp;Import review record…</translation>
    </message>
    <message>
        <source>下一处问题(&amp;N)</source>
        <translation>&amp;Next finding</translation>
    </message>
    <message>
        <source>上一处问题(&amp;P)</source>
        <translation>&amp;Previous finding</translation>
    </message>
    <message>
        <source>显示提示(&amp;I)</source>
        <translation>Show h&amp;ints</translation>
    </message>
    <message>
        <source>显示一般性要求(&amp;G)</source>
        <translation>Show &amp;general requirements</translation>
    </message>
    <message>
        <source>文稿统计(&amp;K)</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>设定年份(&amp;Y)…</source>
        <translation>Set &amp;year…</translation>
    </message>
    <message>
        <source>朗读速度(&amp;S)…</source>
        <translation>Reading &amp;speed…</translation>
    </message>
    <message>
        <source>使用帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>这是什么(&amp;W)</source>
        <translation>&amp;What's this</translation>
    </message>
    <message>
        <source>自检(&amp;T)…</source>
        <translation>Self-&amp;test…</translation>
    </message>
    <message>
        <source>关于(&amp;A)</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>打印预览(&amp;W)…</source>
        <translation>Print previe&amp;w…</translation>
    </message>
    <message>
        <source>导出 PDF(&amp;F)…</source>
        <translation>Export PD&amp;F…</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>审阅(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>外观(&amp;A)</source>
        <translation>&amp;Appearance</translation>
    </message>
    <message>
        <source>页面宽度(&amp;W)</source>
        <translation>Page &amp;width</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>把文稿拖到这里</source>
        <translation>Drop a draft here</translation>
    </message>
    <message>
        <source>Word、WPS、PDF、OFD 和文本文件</source>
        <translation>Word, WPS, PDF, OFD and text files</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open file…</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>看看示例</source>
        <translation>See a sample</translation>
    </message>
    <message>
        <source>打开一份虚构的讲话稿，先看看效果</source>
        <translation>Open an invented speech to see what happens</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>本机处理，不联网；原文件不会被改动。</source>
        <translation>Nothing leaves this computer; your file is never changed.</translation>
    </message>
    <message>
        <source>打开文稿</source>
        <translation>Open a draft</translation>
    </message>
    <message>
        <source>拖进来，或者点“打开文件”</source>
        <translation>Drop it here, or press “Open file”</translation>
    </message>
    <message>
        <source>逐条过一遍</source>
        <translation>Go through the findings</translation>
    </message>
    <message>
        <source>按 F8 看下一处，说明为什么</source>
        <translation>F8 goes to the next and says why</translation>
    </message>
    <message>
        <source>导出责任清单</source>
        <translation>Take home the checklist</translation>
    </message>
    <message>
        <source>谁牵头、何时完成，列成表格</source>
        <translation>Who leads, and by when, as a table</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>本机处理，不联网</source>
        <translation>Local only, never online</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>查找设置</source>
        <translation>Search settings</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore defaults</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>校对</source>
        <translation>Proofreading</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>用词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>公文版式</source>
        <translation>Official layout</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Our units</translation>
    </message>
    <message>
        <source>放假安排</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>General</translation>
    </message>
    <message>
        <source>审阅记录</source>
        <translation>Review records</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>没有这样的设置，换个说法试试。</source>
        <translation>No such setting; try other words.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>系统开了高对比时，“跟随系统”也用高对比。</source>
        <translation>With high contrast on in the system, “As the system” has it too.</translation>
    </message>
    <message>
        <source>高对比（白底）</source>
        <translation>High contrast, white</translation>
    </message>
    <message>
        <source>高对比（黑底）</source>
        <translation>High contrast, black</translation>
    </message>
    <message>
        <source>标记的颜色</source>
        <translation>Colours of marks</translation>
    </message>
    <message>
        <source>红、绿不易分清，请选“色觉友好”。</source>
        <translation>Choose “safe” where red and green look alike.</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>色觉友好</source>
        <translation>Safe</translation>
    </message>
    <message>
        <source>界面字号</source>
        <translation>Size of the interface</translation>
    </message>
    <message>
        <source>菜单、列表和按钮的字。</source>
        <translation>Menus, lists and buttons.</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>正文字体</source>
        <translation>Font of the page</translation>
    </message>
    <message>
        <source>只管屏幕上怎么看，不改文稿。</source>
        <translation>On the screen only; the draft stays as it is.</translation>
    </message>
    <message>
        <source>仿宋</source>
        <translation>Fangsong</translation>
    </message>
    <message>
        <source>宋体</source>
        <translation>Song</translation>
    </message>
    <message>
        <source>黑体</source>
        <translation>Hei</translation>
    </message>
    <message>
        <source>楷体</source>
        <translation>Kai</translation>
    </message>
    <message>
        <source>正文显示比例（%）</source>
        <translation>Zoom of the page (%)</translation>
    </message>
    <message>
        <source>页面宽度</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>窄（每行 22 字）</source>
        <translation>Narrow (22 a line)</translation>
    </message>
    <message>
        <source>标准（每行 28 字）</source>
        <translation>Standard (28 a line)</translation>
    </message>
    <message>
        <source>宽（每行 36 字）</source>
        <translation>Wide (36 a line)</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit window</translation>
    </message>
    <message>
        <source>显示图例</source>
        <translation>Show the legend</translation>
    </message>
    <message>
        <source>在正文中标出问题</source>
        <translation>Mark findings in the text</translation>
    </message>
    <message>
        <source>在正文中标出必改的问题</source>
        <translation>Mark errors in the text</translation>
    </message>
    <message>
        <source>在正文中标出建议改的问题</source>
        <translation>Mark warnings in the text</translation>
    </message>
    <message>
        <source>在正文中标出提示</source>
        <translation>Mark hints in the text</translation>
    </message>
    <message>
        <source>在正文中标出广告</source>
        <translation>Mark advertisements in the text</translation>
    </message>
    <message>
        <source>在正文中标出任务</source>
        <translation>Mark tasks in the text</translation>
    </message>
    <message>
        <source>在正文中标出时限</source>
        <translation>Mark deadlines in the text</translation>
    </message>
    <message>
        <source>在正文中标出您的处理</source>
        <translation>Mark your decisions in the text</translation>
    </message>
    <message>
        <source>显示“提示”一级的问题</source>
        <translation>Show findings that are only hints</translation>
    </message>
    <message>
        <source>显示一般要求</source>
        <translation>Show general requirements</translation>
    </message>
    <message>
        <source>任务的列法</source>
        <translation>How tasks are laid out</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>时间轴</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>按单位</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>按部分</source>
        <translation>By part</translation>
    </message>
    <message>
        <source>列出哪些类别的问题</source>
        <translation>Categories of findings to list</translation>
    </message>
    <message>
        <source>错字检查</source>
        <translation>Search for slips</translation>
    </message>
    <message>
        <source>“严格”时，把握不大的也提示，没有错的也会多提示一些。</source>
        <translation>“Strict” also tells of doubtful ones, some of which are no slips.</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>严格</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>责任清单里有哪些列</source>
        <translation>Columns of the checklist</translation>
    </message>
    <message>
        <source>“序号”和“工作任务”两列总是有的。</source>
        <translation>Number and task are always there.</translation>
    </message>
    <message>
        <source>朗读速度（字/分钟）</source>
        <translation>Reading speed (characters a minute)</translation>
    </message>
    <message>
        <source>启动时打开上次没有关闭的文稿</source>
        <translation>Open again what was open last time</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>下次打开程序时换用。英文只译了菜单、开始页和设置。</source>
        <translation>From the next start. In English: menus, start page, settings.</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>任务的列法(&amp;K)</source>
        <translation>How tas&amp;ks are laid out</translation>
    </message>
    <message>
        <source>表格(&amp;T)</source>
        <translation>&amp;Table</translation>
    </message>
    <message>
        <source>时间轴(&amp;L)</source>
        <translation>Time&amp;line</translation>
    </message>
    <message>
        <source>按单位(&amp;U)</source>
        <translation>By &amp;unit</translation>
    </message>
    <message>
        <source>按部分(&amp;P)</source>
        <translation>By &amp;part</translation>
    </message>
</context>
</TS>
