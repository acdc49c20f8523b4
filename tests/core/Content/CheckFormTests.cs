using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Tests.Core.Forms;

namespace RbcBot.Tests.Core.Content;

public sealed class CheckFormTests
{
    static readonly byte[] form = Xlsx.Of(("survey", "type|name|label\nselect_one_from_file centres.csv|c|Which centre?"), ("settings", "form_id\nf"));

    static readonly byte[] centres = "name,label\nc1,CS Huye\nc2,CS Remera\n"u8.ToArray();

    [Fact]
    public void A_form_without_its_list_may_be_written_but_not_go_out()
    {
        Assert.NotNull(FormReading.Of(form, "f.xlsx").Form);
        var (checkedForm, findings) = CheckForm.Of(form, "f.xlsx");

        Assert.Null(checkedForm);
        Assert.Equal(("attachment-missing", Severity.Refusal), (findings[0].Code, findings[0].Severity));
    }

    [Fact]
    public void A_form_with_its_list_goes_out_and_offers_what_is_in_it()
    {
        var read = CheckForm.Of(FormBundle.Of(new Dictionary<string, byte[]> { ["centres.csv"] = centres, ["f.xlsx"] = form }), "f.xlsx");

        Assert.Equal(["CS Huye", "CS Remera"], FormRun.Of(read.Form!, [], FormOf.Moment).Next!.Options.Select(option => option.Label("en")));
        Assert.Empty(read.Missing);
    }
}
