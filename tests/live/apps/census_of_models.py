"""What the sessions of the application beside this file have in common."""

import weakref


census = weakref.WeakSet()
