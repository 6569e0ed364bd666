# the guide
from os.path import dirname, join
from helpers import load_data

load_data(join(dirname(__file__), 'data', 'things.csv'))

# left out
from syncd.io import curdoc
from syncd.models import TextInput

# the guide
# request.arguments is a dict that maps argument names to lists of strings,
# e.g, the query string ?N=10 will result in {'N': [b'10']}

args = curdoc().session_context.request.arguments

try:
  N = int(args.get('N')[0])
except:
  N = 200

# left out
user_id = "<b>7</b>"

# the guide
# set a new single key/value
curdoc().template_variables["user_id"] = user_id

# or update multiple at once
curdoc().template_variables.update(first_name="Mary", last_name="Jones")

# the guide, with the session's document for a document of its own
doc = curdoc()

def cleanup_session(session_context):
    ''' This function is called when a session is closed. '''
    print(f"cleanup of {session_context.id} with N={N}", flush=True)

doc.on_session_destroyed(cleanup_session)

# left out
doc.add_root(TextInput(name="n", value=str(N)))
