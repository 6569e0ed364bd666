from syncd.embed import server_session
from syncd.util import session_id

from flask import render_template

from app.syncd import bp


@bp.route('/sliders')
def sliders():
    s_id = session_id.generate_session_id()
    script = server_session(session_id=s_id, url="https://example.com/syncd_plots/sliders")
    return render_template('base.html', plot_script=script)
