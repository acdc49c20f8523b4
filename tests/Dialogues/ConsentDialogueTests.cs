using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

/// <summary>Consent where it is asked in few words.</summary>
public sealed class ConsentDialogueTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    [Fact]
    public void By_SMS_in_English_some_purposes_are_chosen() => Approve("consent-sms-en",
        new Talks(GuideB).Enters("sms", "B1").Says("sms", "en").Says("sms", "what is it for").Says("sms", "3").Says("sms", "1 3").Says("sms", "withdraw"));

    [Fact]
    public void By_SMS_in_French_the_whole_text_is_asked_for() => Approve("consent-sms-fr",
        new Talks(GuideB).Enters("sms", "B1").Says("sms", "fr").Says("sms", "détails").Says("sms", "non"));

    [Fact]
    public void By_USSD_in_Kinyarwanda_all_is_agreed_to() => Approve("consent-ussd-rw",
        new Talks(GuideB).Enters("ussd", "B1").Says("ussd", "rw").Says("ussd", "ibisobanuro").Says("ussd", "ndemera"));

    static void Approve(string name, Talks talks) => Approved.Match(talks.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
