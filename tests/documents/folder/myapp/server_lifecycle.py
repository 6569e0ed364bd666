# the guide, with a line printed for each `pass`
def on_server_loaded(server_context):
    ''' If present, this function is called when the server first starts. '''
    print("on_server_loaded", flush=True)

def on_server_unloaded(server_context):
    ''' If present, this function is called when the server shuts down. '''
    print("on_server_unloaded", flush=True)

def on_session_created(session_context):
    ''' If present, this function is called when a session is created. '''
    print(f"on_session_created {session_context.id}", flush=True)

def on_session_destroyed(session_context):
    ''' If present, this function is called when a session is closed. '''
    print(f"on_session_destroyed {session_context.id}", flush=True)
