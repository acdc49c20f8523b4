using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations;

public sealed class InstanceNameTests
{
    static readonly Form Named = FormOf.Survey("type|name|label\ntext|village|Village?", settings: "form_id|instance_name|name\nvisit|concat(${village}, ' / visit')|visit");

    [Fact]
    public async Task A_submission_carries_the_name_that_its_form_gives_it_into_the_export()
    {
        var session = Submitted(Named);
        Assert.Equal(new("/visit/meta/instanceName", "Huye / visit"), session.Submission[^1]);
        var xml = Assert.Single(Exported.Entries(await Exported.BytesAsync(ExportFormat.Xml, [Named], [session]))).Value;
        Assert.Contains("<instanceName>Huye / visit</instanceName>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_without_a_rule_names_nothing() =>
        Assert.DoesNotContain(Submitted(FormOf.Survey("type|name|label\ntext|village|Village?")).Submission, answer => answer.Path.Contains("/meta/", StringComparison.Ordinal));

    static Session Submitted(Form form)
    {
        var round = new Round(ConsoleForm.Code, RoundKind.Interview, form.Id, form.Version, "", "", IsOpen: true, FormOf.Now);
        var catalogue = new Catalogue([round], new Dictionary<string, Form> { [form.Version] = form }, Shipped.Library);
        return new Dialogue(catalogue).Enters(ConsoleForm.Code).Says("en").Presses("I agree").Says("Huye").Presses("Submit").Conversation.Sessions.Single();
    }
}
