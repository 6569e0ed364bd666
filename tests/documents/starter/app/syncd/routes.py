# left out
from flask import render_template

from syncd.embed import server_document

from app.syncd import bp


@bp.route('/bars')
def bars():
    # the block
    script = server_document("http://localhost:5006/bars")
    # left out
    return render_template('base.html', plot_script=script)


@bp.route('/public')
def public():
    # the block
    script = server_document("https://example.com/syncd_script/bars")
    # left out
    return render_template('base.html', plot_script=script)
