using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class IdentityDialogueTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    [Fact]
    public void An_interview_begun_in_the_web_chat_goes_on_on_Telegram_in_English() => Approve("link-en",
        new Talks(GuideB).Enters("web", "B1").Says("web", "en").Presses("web", "I agree").Says("web", "Musanze").Says("web", "link")
            .SaysCode("telegram").Presses("telegram", "Yego · Oui · Yes").Presses("web", "Yes").Presses("telegram", "Continue").Says("telegram", "CS Muhoza").Says("web", "back"));

    [Fact]
    public void Somebody_new_on_the_web_joins_her_WhatsApp_in_French() => Approve("link-fr",
        new Talks(GuideB).Says("web", "bonjour").Says("web", "fr")
            .Enters("whatsapp", "B1").Says("whatsapp", "fr").Presses("whatsapp", "J'accepte").Says("whatsapp", "Huye").Says("whatsapp", "lier")
            .SaysCode("web").Says("web", "oui").Says("whatsapp", "oui").Presses("web", "Continuer"));

    [Fact]
    public void By_SMS_all_is_typed_in_Kinyarwanda() => Approve("link-rw",
        new Talks(GuideB).Enters("telegram", "B1").Says("telegram", "rw").Presses("telegram", "Ndemera").Says("telegram", "Huye").Says("telegram", "guhuza")
            .SaysCode("sms", "guhuza ").Says("sms", "yego").Says("telegram", "yego").Says("sms", "komeza"));

    [Fact]
    public void A_code_that_was_stolen_or_sent_joins_nothing() => Approve("link-refused",
        new Talks(GuideB).Says("web", "hi").Says("web", "en").Says("web", "link").Says("telegram", "hi").Says("telegram", "en")
            .SaysCode("telegram").Says("telegram", "no").SaysCode("telegram").Says("telegram", "yes").Says("web", "no").SaysCode("telegram").Says("telegram", "yes"));

    [Fact]
    public void A_code_is_good_once_and_for_a_quarter_of_an_hour() => Approve("link-over",
        new Talks(GuideB).Says("web", "hi").Says("web", "en").Says("web", "link").SaysCode("web").Says("telegram", "hi").Says("telegram", "en")
            .Waits(TimeSpan.FromMinutes(15)).SaysCode("telegram").Says("web", "link").SaysCode("telegram").Says("telegram", "yes").Says("web", "yes")
            .Says("sms", "hi").Says("sms", "en").SaysCode("sms").Says("sms", "yes"));

    [Fact]
    public void A_new_number_is_linked_and_the_old_one_is_a_strangers() => Approve("number-change",
        new Talks(GuideB).Enters("whatsapp", "B1").Says("whatsapp", "en").Presses("whatsapp", "I agree").Says("whatsapp", "link")
            .SaysCode("telegram").Says("telegram", "yes").Says("whatsapp", "yes").Says("telegram", "old number").Presses("telegram", "WhatsApp …app")
            .Says("whatsapp", "hello").Says("telegram", "continue"));

    [Fact]
    public void Two_share_a_phone_on_WhatsApp_in_English() => Approve("shared-phone-en",
        new Talks(GuideB).Enters("whatsapp", "B1").Says("whatsapp", "en").Presses("whatsapp", "I agree").Says("whatsapp", "shared phone").Says("whatsapp", "Keza")
            .Presses("whatsapp", "Undi · Autre · Other").Says("whatsapp", "Keza M.").Says("whatsapp", "en").Waits(TimeSpan.FromHours(1))
            .Hears(new("p1"), Said.Due("letter:selected:M1"), "a letter for Keza").Says("whatsapp", "Musanze").Presses("whatsapp", "Keza")
            .Says("whatsapp", "shared phone").Presses("whatsapp", "Change the name Keza").Says("whatsapp", "Ke"));

    [Fact]
    public void Somebody_leaves_a_shared_phone_on_Telegram_in_French() => Approve("shared-phone-fr",
        new Talks(GuideB).Enters("telegram", "B1").Says("telegram", "fr").Presses("telegram", "J'accepte").Says("telegram", "téléphone partagé").Says("telegram", "42")
            .Says("telegram", "Keza").Says("telegram", "autre").Says("telegram", "Mugabo").Says("telegram", "fr").Waits(TimeSpan.FromMinutes(16))
            .Says("telegram", "bonjour").Says("telegram", "mugabo").Says("telegram", "téléphone partagé").Presses("telegram", "Retirer Mugabo").Presses("telegram", "Oui, retirer")
            .Says("telegram", "keza").Says("telegram", "téléphone partagé").Presses("telegram", "Moi seul l'utilise"));

    [Fact]
    public void By_SMS_a_shared_phone_is_left_in_peace_in_Kinyarwanda() => Approve("shared-phone-rw",
        new Talks(GuideB).Enters("sms", "B1").Says("sms", "rw").Says("sms", "ndemera").Says("sms", "telefoni isangiwe").Says("sms", "Keza").Says("sms", "2").Says("sms", "Mugabo").Says("sms", "rw")
            .Waits(TimeSpan.FromHours(1)).Says("sms", "muraho").Says("sms", "hagarika").Hears(new("p1"), Said.Due("letter:selected:M1"), "a letter for Keza")
            .Says("sms", "tangira").Says("sms", "1"));

    static void Approve(string name, Talks talks) => Approved.Match(talks.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
