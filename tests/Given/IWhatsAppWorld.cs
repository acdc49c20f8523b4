namespace RbcBot.Tests.Given;

/// <summary>WhatsApp as people have it, whichever fake provider is between them and the bot.</summary>
interface IWhatsAppWorld
{
    /// <summary>The next message to the person.</summary>
    Task<FakeWhatsAppMessage> NextAsync(string person);

    /// <summary>Writes, until the bot has taken it.</summary>
    Task SayAsync(string person, string words);

    /// <summary>Presses something under a message; as it happens at times, the bot hears of it twice.</summary>
    Task PressAsync(string person, FakeWhatsAppMessage asked, FakeWhatsAppOption option);

    /// <summary>The bot hears that the message was read, and then that it was delivered.</summary>
    Task ReadAsync(string person, FakeWhatsAppMessage message);
}

/// <summary>WhatsApp by the fake Meta.</summary>
sealed class MetaWorld(FakeMeta meta) : IWhatsAppWorld
{
    public Task<FakeWhatsAppMessage> NextAsync(string person) => meta.NextAsync(person);

    public Task SayAsync(string person, string words) => meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Messages(FakeMetaPeople.Said(person, words))));

    public async Task PressAsync(string person, FakeWhatsAppMessage asked, FakeWhatsAppOption option)
    {
        var post = FakeMetaPeople.Post(FakeMetaPeople.Messages(FakeMetaPeople.Pressed(person, asked, option)));
        await meta.HappensAsync(post);
        await meta.HappensAsync(post);
    }

    public Task ReadAsync(string person, FakeWhatsAppMessage message) => meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Statuses(
        FakeMetaPeople.Status(message.Id, person, "read", ours: Ours(message)), FakeMetaPeople.Status(message.Id, person, "delivered", ours: Ours(message)))));

    static string Ours(FakeWhatsAppMessage message) => (string?)message.Body["biz_opaque_callback_data"] ?? "";
}
