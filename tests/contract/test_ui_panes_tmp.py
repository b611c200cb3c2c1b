import pytest, gc
import test_accessible_names as t
from test_accessible_names import session, room, MAKERS
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
import os
N=int(os.environ.get("N","8"))
@pytest.mark.parametrize("n", range(N))
def test_x(room, qtbot, n):
    mode=os.environ.get("MODE","chain")
    if mode=="chain":
        w=room
        for _ in range(300): w=w.nextInFocusChain()
    elif mode=="find":
        list(t._controls(room))
    elif mode=="none":
        qtbot.wait(1)
