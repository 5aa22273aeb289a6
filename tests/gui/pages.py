"""What the tests of pages share: finding by visible text."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from baken.gui.text import plain


def texts(widget: QWidget) -> list[str]:
    """Every text that can be seen in a widget, without isolates and mnemonic marks."""
    QApplication.processEvents()  # widgets that were just added show themselves in a moment
    shown = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    found = [each.text() for each in shown if isinstance(each, QLabel | QAbstractButton)]
    return [plain(text).replace("&", "") for text in found if text]


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The visible button with this word."""
    QApplication.processEvents()
    fitting = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.isVisibleTo(widget) and text in (plain(each.text()).replace("&", ""), each.accessibleName())
    ]
    assert fitting, f"no button {text!r} among {texts(widget)}"
    return fitting[0]
