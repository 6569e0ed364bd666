# left out
from flask import Flask, render_template
from syncd.embed import server_session

app = Flask(__name__)

@app.route('/')
def bkapp_page():
    # the block
    from syncd.util.token import generate_session_id
    script = server_session(url='https://127.0.0.1:5006/bkapp',
                            session_id=generate_session_id())
    return render_template("embed.html", script=script, template="Flask")
