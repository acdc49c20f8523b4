using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>One option out of several: pointed at, or searched for.</summary>
static class UnderstandChoice
{
    /// <summary>Letters from which options are searched for; of a short list they must say more than that.</summary>
    const int ShortestSearch = 3;

    public static Understanding Read(IReadOnlyList<Choice> shown, string text, Language language)
    {
        var pick = new ShownOptions(shown, language).Find(Folding.Bare(text));
        return pick.Name is { } name ? Understanding.Read(name, pick.Echo) : Searched(shown, text, language, pick.IsAmbiguous);
    }

    static Understanding Searched(IReadOnlyList<Choice> shown, string text, Language language, bool isAmbiguous)
    {
        var isLong = shown.Count > Question.MostButtons;
        var letters = Folding.Bare(text).Count(char.IsLetter);
        IReadOnlyList<ChoiceMatch> found = letters >= ShortestSearch || (isLong && letters > 0) ? new ChoiceIndex(shown, language).Find(text) : [];
        if (!isAmbiguous && letters >= ShortestSearch && Taken(found, text) is { } one)
            return Understanding.Read(one.Name, echo: true);
        string[] names = [.. found.Select(match => match.Choice.Name).Distinct()];
        return isAmbiguous && names.Length <= ChoiceSearch.MostOffered ? Understanding.Unclear("understand.ambiguous") with { Offered = names }
            : names.Length > ChoiceSearch.MostOffered ? Understanding.Unclear("understand.more-letters", ("count", names.Length))
            : names.Length > 0 ? Understanding.Unclear("understand.offered") with { Offered = names }
            : Understanding.Unclear(isAmbiguous ? "understand.ambiguous" : isLong ? "understand.no-match" : "understand.choice");
    }

    /// <summary>The one option that a search leaves no doubt of; null when there are several, or when it may say the opposite.</summary>
    public static Choice? Taken(IReadOnlyList<ChoiceMatch> found, string text)
    {
        var best = found.Where(match => match.Closeness is Closeness.Exact or Closeness.Whole).ToList();
        var fitting = best.Count > 0 ? best : found;
        return fitting is [{ Closeness: not Closeness.Part } one] && IsSameSense(one, text) ? one.Choice : null;
    }

    // "Satisfied" is not "Not satisfied", and a slip in the first letter is often another word: able, unable.
    static bool IsSameSense(ChoiceMatch match, string text)
    {
        var words = SearchWords.Of(Folding.Bare(text));
        List<string[]> labels = [.. match.Choice.Labels.Values.Append(match.Choice.Name).Select(label => SearchWords.Of(Folding.Bare(label)))];
        return !labels.Exists(label => label.Any(word => SearchWords.Denies(word) && !words.Contains(word)))
            && (match.Closeness != Closeness.Near || labels.Exists(label => words.All(word => label.Any(other => other[0] == word[0] || SearchWords.IsKind(word)))));
    }
}
