using System.Globalization;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>What was said to a question of consent, by buttons or words.</summary>
static class ConsentReading
{
    static readonly char[] Between = [' ', ',', ';', '.', '+', '&', '/'];

    /// <summary>True when it was a step on the way: she chooses, or ticked something.</summary>
    public static bool TakesStep(Scene scene, ConsentQuestion question)
    {
        if (question is { IsChoosing: false, Purposes.Count: > 1 } && WantsToChoose(scene))
            ConsentScreen.Tick(scene, question, redraws: false);
        else if (question.IsChoosing && ConsentScreen.Pressed(scene.Said) is { } pressed && question.Purposes.Contains(pressed))
            ConsentScreen.Tick(scene, question with { Ticked = Toggled(question.Ticked, pressed) }, redraws: true);
        else
            return false;
        return true;
    }

    /// <summary>Whether she wants what was said shorter as a whole.</summary>
    public static bool WantsWhole(Scene scene, ConsentQuestion question) => question.IsShort && scene.Said.Kind == SaidKind.Text && Is(scene.Said, "purposes.whole");

    /// <summary>The answer; null when it was none.</summary>
    public static ConsentAnswer? Of(Scene scene, ConsentQuestion question)
    {
        if (question.IsChoosing)
            return Chosen(scene, question) is { } chosen ? new(chosen.Count > 0, chosen, [.. question.Purposes.Except(chosen)]) : null;
        return YesOrNo(scene) switch
        {
            true => new(true, question.Purposes, []),
            false => new(false, [], question.Purposes),
            null => null,
        };
    }

    /// <summary>Purposes by their numbers, such as "1 3"; none for 0; null when something else was written.</summary>
    public static IReadOnlyList<Purpose>? Numbers(string words)
    {
        var parts = words.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("na" or "et" or "and")).ToList();
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Count == 0 || numbers.Any(number => number < 0 || number > Purposes.All.Count) ? null
            : [.. Purposes.All.Where(purpose => numbers.Contains(Purposes.Number(purpose)))];
    }

    static bool WantsToChoose(Scene scene) =>
        scene.Said.Kind == SaidKind.Choice ? scene.Said.Words == ConsentScreen.Choose
        : scene.Said.Kind == SaidKind.Text && (scene.Said.Words.Trim() == ConsentScreen.ChooseNumber.ToString(CultureInfo.InvariantCulture) || Is(scene.Said, "purposes.choose"));

    static IReadOnlyList<Purpose>? Chosen(Scene scene, ConsentQuestion question) =>
        ConsentScreen.IsDone(scene) ? question.Ticked
        : scene.Command == Command.Yes ? question.Purposes
        : scene.Command == Command.No ? []
        : scene.Said.Kind == SaidKind.Text && Numbers(scene.Said.Words) is { } numbers ? [.. numbers.Intersect(question.Purposes)]
        : null;

    static bool? YesOrNo(Scene scene) => scene.Command switch
    {
        Command.Yes => true,
        Command.No => false,
        _ => scene.Said is not { Kind: SaidKind.Text } said ? null
            : Is(said, "talk.agree") || said.Words.Trim() == "1" ? true
            : Is(said, "talk.disagree") || said.Words.Trim() == "2" ? false
            : null,
    };

    static bool Is(Said said, string key) => Languages.All.Any(language => Folding.Bare(said.Words) == Folding.Bare(Text.Of(language, key)));

    static IReadOnlyList<Purpose> Toggled(IReadOnlyList<Purpose> ticked, Purpose pressed) =>
        ticked.Contains(pressed) ? [.. ticked.Where(purpose => purpose != pressed)] : [.. Purposes.All.Where(purpose => purpose == pressed || ticked.Contains(purpose))];
}
