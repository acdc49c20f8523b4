using System.Xml.Linq;
using CsCheck;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class XmlExportTests
{
    static readonly string[] Leaves = ["place", "at", "hour", "effort", "order", "photo"];

    [Fact]
    public async Task Submission_is_an_instance_of_its_form()
    {
        var data = await OneAsync(HouseholdForm.Visit());
        Assert.Equal(("data", "household", "7"), (data.Name.LocalName, data.Attribute("id")?.Value, data.Attribute("version")?.Value));
        Assert.Equal("http://openrosa.org/xforms", data.GetNamespaceOfPrefix("orx")?.NamespaceName);
        Assert.Equal(["village", "visit", "household", "household", "meta"], data.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(Leaves, data.Element("visit")?.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public async Task Repeats_are_repeated_in_their_order()
    {
        var households = (await OneAsync(HouseholdForm.Visit())).Elements("household").ToList();
        Assert.Equal(["Uwase", "=Mugisha"], households.Select(household => household.Element("head")?.Value));
        Assert.Equal(Enumerable.Range(1, 10).Select(age => age.ToString()), households[1].Elements("child").Select(child => child.Element("age")?.Value));
    }

    [Fact]
    public async Task Instance_without_its_first_question_keeps_its_place()
    {
        var data = await OneAsync(HouseholdForm.Session("p1",
            ("/data/household[1]/child[1]/play", "ball"), ("/data/household[2]/head", "Keza"), ("/data/household[2]/child[1]/age", "3")));
        Assert.Equal(["", "Keza"], data.Elements("household").Select(household => household.Element("head")?.Value ?? ""));
    }

    [Fact]
    public async Task InstanceID_is_the_same_each_time_and_another_for_each_session()
    {
        var first = Id(await OneAsync(HouseholdForm.Visit("p1")));
        Assert.Equal(first, Id(await OneAsync(HouseholdForm.Visit("p1"))));
        Assert.NotEqual(first, Id(await OneAsync(HouseholdForm.Visit("p2"))));
        Assert.Matches("^uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
    }

    [Fact]
    public async Task InstanceName_that_a_form_computes_stands_beside_the_id()
    {
        var data = await OneAsync(HouseholdForm.Session("p1", ("/data/meta/instanceName", "Nyamirambo 1")));
        Assert.Equal(["instanceID", "instanceName"], data.Element("meta")?.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public async Task Only_submissions_are_instances_until_somebody_asks_for_a_state()
    {
        var running = ConsoleForm.Session("p2", isSubmitted: false, ("/data/full_name", "Keza"));
        Assert.Empty(Exported.Entries(await Exported.BytesAsync(ExportFormat.Xml, [ConsoleForm.Form], [running])));
        Assert.Single(Exported.Entries(await Exported.BytesAsync(ExportFormat.Xml, [ConsoleForm.Form], [running], SessionFilter.All with { Standing = Standing.Running })));
    }

    [Fact]
    public async Task Question_about_one_more_instance_is_no_answer()
    {
        var data = await OneAsync(HouseholdForm.Session("p1", ("/data/household[1]/head", "Keza"), ("/data/household[2]", "no")));
        Assert.Single(data.Elements("household"));
    }

    [Fact]
    public async Task Any_text_is_well_formed_and_whole_but_for_what_xml_cannot_hold() => await Gen.String[Gen.Char, 0, 30].SampleAsync(async said =>
    {
        var data = await OneAsync(HouseholdForm.Session("p1", (HouseholdForm.Village, said)));
        Assert.Equal(Holdable(said), data.Element("village")?.Value);
    }, iter: 300);

    static string Holdable(string said) => string.Concat(said.EnumerateRunes().Select(rune =>
        rune.IsBmp && !System.Xml.XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    static string Id(XElement data) => data.Element("meta")?.Element("instanceID")?.Value ?? "";

    static async Task<XElement> OneAsync(Session session) =>
        XDocument.Parse(Exported.Entries(await Exported.BytesAsync(ExportFormat.Xml, [HouseholdForm.Form], [session])).Single().Value, LoadOptions.PreserveWhitespace).Root!; // a document has one
}
