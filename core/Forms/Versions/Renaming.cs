namespace RbcBot.Core.Forms.Versions;

/// <summary>Guesses which removed question lives on under a new name: same type and labels, beside the same neighbour. Only a proposal to the author.</summary>
static class Renaming
{
    internal static IReadOnlyList<(Question Older, Question Newer)> Of(Form older, Form newer, Counterparts pairs)
    {
        var (removed, added) = (pairs.Removed.ToList(), pairs.Added.ToList());
        var found = new List<(Question, Question)>();
        foreach (var gone in removed)
        {
            if (added.Find(question => IsSame(gone, question) && HaveSameNeighbour(older, newer, gone, question)) is { } come)
            {
                found.Add((gone, come));
                added.Remove(come);
            }
        }
        return found;
    }

    static bool IsSame(Question gone, Question come) =>
        gone.Type == come.Type
        && gone.Repeats.Count == come.Repeats.Count
        && gone.Labels.Any(label => come.Labels.TryGetValue(label.Key, out var other) && other == label.Value)
        && gone.Choices.Select(choice => choice.Name).SequenceEqual(come.Choices.Select(choice => choice.Name));

    static bool HaveSameNeighbour(Form older, Form newer, Question gone, Question come) =>
        Beside(older, gone, -1) == Beside(newer, come, -1) || Beside(older, gone, 1) == Beside(newer, come, 1);

    /// <summary>The name of the row before or after; "" at the ends of the sheet.</summary>
    static string Beside(Form form, Question question, int step) =>
        form.Questions.Index().First(row => row.Item == question).Index + step is var at && at >= 0 && at < form.Questions.Count ? form.Questions[at].Name : "";
}
