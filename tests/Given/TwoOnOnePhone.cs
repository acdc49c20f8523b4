using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>A WhatsApp account that two use: Keza, whose it was, and Mugabo.</summary>
static class TwoOnOnePhone
{
    public const string Phone = "whatsapp", Other = "Undi · Autre · Other";

    public static readonly PersonId Keza = new("p1"), Mugabo = new("p1.1");

    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    public static Talks Nobody(bool isDated = false) => new(GuideB) { IsDated = isDated };

    /// <summary>Keza writes in English and has answered one question.</summary>
    public static Talks One(Talks? talks = null) =>
        (talks ?? Nobody()).Enters(Phone, "B1").Says(Phone, "en").Says(Phone, "I agree").Says(Phone, "Musanze");

    public static Talks Newcomer(Talks talks) => talks.Says(Phone, "shared phone").Says(Phone, "Keza").Presses(Phone, Other).Says(Phone, "Mugabo");

    public static Talks Two() => Newcomer(One());

    public static Talks Hand(Talks talks, string to) => talks.Says(Phone, "shared phone").Presses(Phone, to);

    /// <summary>Mugabo turned out to be p0, who writes by Telegram.</summary>
    public static Talks Joined()
    {
        var talks = Two().Says(Phone, "en");
        talks.Comes("telegram", "p0").Says("telegram", "hi").Says("telegram", "en").Says("telegram", "link").SaysCode(Phone).Says(Phone, "yes").Says("telegram", "yes");
        Assert.Equal(new PersonId("p0"), talks.Lane("p1.1").StandsFor);
        return talks;
    }

    public static string Last(Talks talks) => talks.LastOn(Phone)[^1].Text;
}
