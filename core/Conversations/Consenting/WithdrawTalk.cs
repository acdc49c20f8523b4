using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>An agreement is taken back: as easily as it was given, and at once.</summary>
static class WithdrawTalk
{
    const string Prefix = "p:w:", All = "p:w:all";

    /// <summary>Longest writing, in characters, that can name what is taken back.</summary>
    const int Longest = 60;

    /// <summary>True when "withdraw" was said, with or without what: "withdraw reminders", "withdraw 4".</summary>
    public static bool Take(Scene scene)
    {
        if (scene.Command == Command.Withdraw)
            Ask(scene);
        else if (Pressed(scene) is { } pressed)
            TakeBack(scene, pressed);
        else if (Written(scene) is { } written)
            TakeBack(scene, written);
        else
            return false;
        return true;
    }

    /// <summary>Takes a number to the question what is taken back; tells whether it was one.</summary>
    public static bool TakeAnswer(Scene scene, ConsentQuestion question)
    {
        scene.Conversation = scene.Conversation with { Consenting = null };
        if (scene.Said.Kind != SaidKind.Text || Named(scene.Said.Words) is not { Count: > 0 } named)
            return false;
        TakeBack(scene, [.. named.Intersect(question.Purposes)]);
        return true;
    }

    static void Ask(Scene scene)
    {
        var given = Agreement.Given(scene.Conversation.Consents);
        if (given.Count == 0)
        {
            scene.Say("purposes.withdraw.nothing");
            Back(scene);
            return;
        }
        var text = scene.Text("purposes.withdraw");
        scene.Conversation = scene.Conversation with { Consenting = new ConsentQuestion(given, ConsentScreen.Hash(text)) { IsWithdrawing = true } };
        scene.Reply(new Outbound(text,
        [
            .. given.Select(purpose => new Button(ConsentScreen.Name(scene, purpose), Prefix + Purposes.Word(purpose)) { Number = Purposes.Number(purpose) }),
            .. given.Count > 1 ? new[] { new Button(scene.Text("purposes.withdraw.all"), All) { Number = Purposes.All.Count + 1 } } : [],
            scene.Button(Command.Menu),
        ]));
    }

    static void TakeBack(Scene scene, IReadOnlyList<Purpose> purposes)
    {
        List<Purpose> gone = [.. purposes.Where(purpose => Agreement.May(scene.Conversation.Consents, purpose))];
        scene.Conversation = scene.Conversation with { Consenting = null };
        if (gone.Count == 0)
        {
            scene.Say("purposes.withdraw.nothing");
            Back(scene);
            return;
        }
        PurposeEffects.Keep(scene, [], gone, ConsentScreen.Hash(scene.Text("purposes.withdraw")));
        scene.Say("purposes.withdrawn", ("given", ConsentScreen.Names(scene, gone)));
        foreach (var purpose in gone.Where(purpose => purpose is Purpose.Selection or Purpose.Training))
            scene.Say($"purposes.withdrawn.{Purposes.Word(purpose)}");
        scene.Say("purposes.paper");
        if (scene.Conversation.Front is not null && gone.Contains(Purposes.OfFlow(scene.Session.Flow)) && scene.Session.State != nameof(FormState.Consenting))
            Doors.Leave(scene);
        Back(scene);
    }

    static IReadOnlyList<Purpose>? Pressed(Scene scene) =>
        scene.Said.Kind != SaidKind.Choice || !scene.Said.Words.StartsWith(Prefix, StringComparison.Ordinal) ? null
        : scene.Said.Words == All ? Purposes.All
        : [.. Purposes.All.Where(purpose => scene.Said.Words == Prefix + Purposes.Word(purpose))];

    static IReadOnlyList<Purpose>? Written(Scene scene) =>
        scene.Said is { Kind: SaidKind.Text, Words: var words } && words.Length <= Longest && words.Trim().Split(' ', 2) is [var command, var rest]
        && Commands.Read(command) == Command.Withdraw && Named(rest) is { Count: > 0 } named ? named : null;

    static IReadOnlyList<Purpose>? Named(string words) =>
        words.Trim() == (Purposes.All.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) || IsWord(words, "purposes.withdraw.all") ? Purposes.All
        : ConsentReading.Numbers(words) is { Count: > 0 } numbers ? numbers
        : Purposes.All.Where(purpose => IsWord(words, $"purpose.{Purposes.Word(purpose)}") || Folding.Bare(words) == Purposes.Word(purpose)).ToList();

    static bool IsWord(string words, string key) => Languages.All.Any(language => Folding.Bare(words) == Folding.Bare(Text.Of(language, key)));

    static void Back(Scene scene)
    {
        if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
        else
            MenuTalk.Show(scene);
    }
}
