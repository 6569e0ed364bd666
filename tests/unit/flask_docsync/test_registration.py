from flask import Flask

from flask_docsync import DocSync, add_register_extension, typed


def test_a_plain_flask_app_can_register_extensions():
    app = Flask("site")
    app.register_extension(DocSync(app))
    assert "docsync" in app.extensions


def test_the_class_for_type_checkers_is_flasks_own():
    assert typed.Flask is Flask


def test_an_extension_without_an_app_is_initialised():
    app = Flask("site")
    app.register_extension(DocSync())
    assert "docsync" in app.extensions


def test_any_extension_with_init_app_can_be_registered():
    class Other:
        def init_app(self, app):
            app.extensions["other"] = self

    app, other = Flask("site"), Other()
    app.register_extension(other)
    assert app.extensions["other"] is other


def test_a_method_that_is_there_is_left_alone():
    def own(self, extension):
        return "own"

    class Own(Flask):
        register_extension = own

    add_register_extension(Own)
    assert Own.register_extension is own


def test_a_class_without_the_method_gets_it():
    class Bare:
        pass

    add_register_extension(Bare)
    assert callable(Bare.register_extension)
