using System.Text;
using Microsoft.AspNetCore.Routing;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rights;

/// <summary>A console that has something in every room: a round with answers, an application, people, a lesson, a message set aside.</summary>
static class FullConsole
{
    public const string Name = "Uwase Marie-Rose", Phone = "0788123456", Remark = "too few drugs";

    public static readonly PersonId Aline = new("01900000aline"), Keza = new("01900000keza");

    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    public static async Task<(ConsoleWorld World, ConsoleBrowser Browser)> StartAsync(params Role[] roles)
    {
        var world = await ConsoleWorld.StartAsync();
        Fill(world);
        var browser = await world.SignedInAsync();
        world.Audit.Rows.Clear();
        world.Roles = roles;
        return (world, browser);
    }

    static void Fill(ConsoleWorld world)
    {
        const string Sheet = """
            | survey |
            | | type | name | label |
            | | text | full_name | Your name? |
            | | text | phone | Your phone? |
            | | text | remark | What do you lack? |
            """;
        var form = FormReading.Of(Encoding.UTF8.GetBytes(Sheet), "guide.md").Form ?? throw new InvalidOperationException("The form is refused.");
        world.Catalogue.Forms[form.Version] = form;
        world.Rounds.Rounds.AddRange([
            new Round("PRE1", RoundKind.Interview, form.Id, form.Version, "epilepsy", "", true, Noon),
            new Round("APP", RoundKind.Application, form.Id, form.Version, "epilepsy", "", true, Noon)]);
        world.Records.Sessions.AddRange([Session(form, Aline, "interview", "PRE1"), Session(form, Keza, "interview", "PRE1"), Session(form, Keza, "application", "APP")]);
        world.Records.Conversations.AddRange([Conversation.New(Aline, new Address("web", "a1")), Conversation.New(Keza, new Address("web", "a2"))]);
        var lesson = new Lesson("EPI-01", Localized.Same("What epilepsy is"), [], [], Localized.Same(""), [], "draft");
        world.Catalogue.Library = new Library([new Module("epilepsy", Localized.Same("Epilepsy"), [lesson])], [], []);
        world.People.Enrolments.AddRange([new Enrolment(Aline, "epilepsy", Seat.Trainee, default), new Enrolment(Keza, "epilepsy", Seat.Trainee, default)]);
        world.Aside.Add(new SetAside("web-77", "web", Aline, new Inbound(new Address("web", "a1"), "7", Said.Text("her own words"), default), null, "FormatException", default));
        world.Deliveries.Add(new Undelivered(Aline, new Sending("s1", new Address("telegram", "7"), 1, new Outbound("hello"), SendState.Failed, 1, Noon, ""), "63016"));
        world.Deliveries.Add(new Undelivered(Keza, new Sending("s2", new Address("telegram", "8"), 1, new Outbound("hello"), SendState.Failed, 1, Noon, ""), "63016"));
        world.Media.Files["f1.jpg"] = ([1, 2, 3], "image/jpeg");
    }

    /// <summary>The address of her answers in PRE1.</summary>
    public static string SessionOf(PersonId person) => $"{person}-interview";

    /// <summary>An address of the endpoint at which something is there to see, so that who may see it does.</summary>
    public static string AddressOf(RouteEndpoint endpoint) => ("/" + endpoint.RoutePattern.RawText!.Trim('/'))
        .Replace("{code}", "PRE1", StringComparison.Ordinal).Replace("{person}", Aline.Value, StringComparison.Ordinal)
        .Replace("{session}", SessionOf(Aline), StringComparison.Ordinal).Replace("{format}", "csv", StringComparison.Ordinal)
        .Replace("{module}", "epilepsy", StringComparison.Ordinal).Replace("{name}", "f1.jpg", StringComparison.Ordinal)
        .Replace("{version}", "v1", StringComparison.Ordinal).Replace("{id}", "run1", StringComparison.Ordinal).Replace("{**path}", "no-such-page", StringComparison.Ordinal);

    static Session Session(Form form, PersonId person, string flow, string subject) => new(
        $"{person}-{flow}", person, flow, subject, "Over", form.Version,
        [new GivenAnswer("/data/full_name", Name), new GivenAnswer("/data/phone", Phone), new GivenAnswer("/data/remark", Remark)], Noon, Noon, Noon, "en");
}
