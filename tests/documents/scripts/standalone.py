# left out
from syncd.document import Document

doc = Document()

def cleanup_session(session_context):
    ''' This function is called when a session is closed. '''
    pass

doc.on_session_destroyed(cleanup_session)

# left out
from syncd.io import curdoc
from syncd.models import Div

curdoc().add_root(Div(text="it stands alone"))
