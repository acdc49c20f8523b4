using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.People;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations.Consenting;

/// <summary>Where messages are paid for by the segment, consent is asked in few words, and in all of them to who wants that.</summary>
public sealed class ShortConsentTests
{
    /// <summary>Segments that the screen of consent may cost.</summary>
    const int Most = 7;

    public static TheoryData<string, RoundKind, Language> Screens
    {
        get
        {
            var screens = new TheoryData<string, RoundKind, Language>();
            foreach (var (form, kind) in ((string, RoundKind)[])[
                ("guide-a.xlsx", RoundKind.Interview), ("guide-b.xlsx", RoundKind.Interview), ("guide-c.xlsx", RoundKind.Interview), ("application.xlsx", RoundKind.Application),
                ("feedback-epilepsy.xlsx", RoundKind.Feedback), ("test-epilepsy.xlsx", RoundKind.Test)])
                foreach (var language in Languages.All)
                    screens.Add(form, kind, language);
            return screens;
        }
    }

    [Theory, MemberData(nameof(Screens))]
    public void By_SMS_it_costs_seven_segments_at_most(string form, RoundKind kind, Language language)
    {
        var screen = At("sms", form, kind, language).LastOn("sms")[^1];
        Assert.InRange(Rendering.Of(screen, Capabilities.Sms, language).Sum(message => message.Sms!.Segments), 1, Most);
    }

    [Theory, InlineData("sms"), InlineData("ussd")]
    public void The_whole_text_comes_by_a_word_and_what_is_agreed_to_names_it(string channel)
    {
        var talks = At(channel, "guide-b.xlsx", RoundKind.Interview, Language.Fr);
        var shorter = talks.LastOn(channel)[^1].Text;
        Assert.Contains("« détails »", shorter, StringComparison.Ordinal);
        talks.Says(channel, "Details");
        var whole = talks.LastOn(channel)[^1].Text;
        Assert.Contains("leçons, tests et certificats", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("détails", whole, StringComparison.Ordinal);
        Assert.Equal(["interview.consent", "purposes"], Given(talks.Says(channel, "oui"), channel, whole).Select(consent => consent.TextId).Distinct().Order());
    }

    [Theory, InlineData("sms", true), InlineData("ussd", true), InlineData("web", false), InlineData("telegram", false), InlineData("whatsapp", false)]
    public void Each_purpose_is_kept_with_the_text_that_was_shown(string channel, bool isShort)
    {
        var talks = At(channel, "guide-b.xlsx", RoundKind.Interview, Language.En);
        var shown = talks.LastOn(channel)[^1].Text;
        var consents = Given(talks.Says(channel, "yes"), channel, shown);
        Assert.Equal(Purposes.All.Select(Purposes.Word).Append("interview").Order(), consents.Select(consent => consent.Purpose).Order());
        Assert.All(consents, consent => Assert.Equal((Language.En, isShort, true), (consent.Language, consent.TextId.EndsWith(".short", StringComparison.Ordinal), consent.Given)));
        Assert.All(consents.Where(consent => consent.Purpose != "interview"), consent => Assert.Equal(Purposes.Version, consent.Version));
    }

    [Fact]
    public void Some_purposes_are_chosen_by_number_in_few_words_too()
    {
        var talks = At("sms", "guide-b.xlsx", RoundKind.Interview, Language.En).Says("sms", "3");
        Assert.Contains("3. research and reports", talks.LastOn("sms")[^1].Text, StringComparison.Ordinal);
        talks.Says("sms", "1 3");
        Assert.Equal(["interview", "research", "training"], talks.Of("sms").Consents.Where(consent => consent.Given).Select(consent => consent.Purpose).Order());
    }

    [Fact]
    public void On_the_web_the_word_for_the_whole_text_means_nothing() =>
        Assert.Contains("I agree", At("web", "guide-b.xlsx", RoundKind.Interview, Language.En).Says("web", "details").LastOn("web")[0].Text, StringComparison.Ordinal);

    static Talks At(string channel, string form, RoundKind kind, Language language) =>
        new Talks(Shipped.Catalogue(form, "R1", kind)).Enters(channel, "R1").Says(channel, Languages.Code(language));

    static IReadOnlyList<Consent> Given(Talks talks, string channel, string shown)
    {
        var consents = talks.Of(channel).Consents;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(shown)));
        Assert.All(consents, consent => Assert.Equal((hash, channel), (consent.Sha256, consent.Channel)));
        return consents;
    }
}
