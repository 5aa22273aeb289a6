"""Forms on paper."""

from baken.model.codes import Basis
from baken.model.contacts import canonical
from baken.model.forms import FormRequest
from baken.model.ids import EntityId
from baken.work import paper

from .context import Context
from .reply import Reply


def form(context: Context) -> Reply:
    """Save a form as PDF and record to whom it goes; what authors think stays out unless it is asked for."""
    arguments = context.arguments
    signal, recipient = EntityId(arguments.signal), canonical(arguments.to)
    with context.workspace() as workspace:
        left_out = frozenset() if arguments.with_meaning else paper.meanings_left_out(workspace.vault, signal)
        request = FormRequest(
            signal=signal,
            recipient=recipient,
            basis=Basis(arguments.basis),
            form=arguments.form,
            basis_note=arguments.basis_note,
            purpose=arguments.purpose,
            told=arguments.told,
            language=arguments.language,
            left_out=left_out,
        )
        data = workspace.form_data(request)
        pdf = workspace.form_preview(data, arguments.language)
        changes = workspace.save_form(request, data, pdf, arguments.out)
    file = str(paper.target_of(arguments.out))
    return Reply(
        data={"id": changes.id, "file": file, "recipient": recipient, "copy_number": data.copy_number},
        lines=(context.word("written-for", file=file, recipient=recipient),),
    )


VERBS = {"form": form}
