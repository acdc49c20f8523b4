namespace RbcBot.Core.Forms.Versions;

/// <summary>Which question of a newer form is the same question as one of an older form: by path, or by a name that is unique in both.</summary>
sealed class Counterparts
{
    readonly Dictionary<string, Question> newerByOlderPath = [];
    readonly HashSet<string> met = [];
    readonly Form older, newer;

    Counterparts(Form older, Form newer) => (this.older, this.newer) = (older, newer);

    internal static Counterparts Of(Form older, Form newer)
    {
        var pairs = new Counterparts(older, newer);
        var atPath = newer.Questions.DistinctBy(question => question.Path).ToDictionary(question => question.Path);
        foreach (var question in older.Questions.Where(question => atPath.ContainsKey(question.Path)))
        {
            pairs.Add(question, atPath[question.Path]);
        }
        var named = Unique(newer);
        foreach (var (name, question) in Unique(older).Where(pair => !pairs.newerByOlderPath.ContainsKey(pair.Value.Path)))
        {
            if (named.TryGetValue(name, out var moved) && !pairs.met.Contains(moved.Path))
            {
                pairs.Add(question, moved);
            }
        }
        return pairs;
    }

    /// <summary>The pairs in the newer form's order.</summary>
    internal IEnumerable<(Question Older, Question Newer)> Pairs =>
        older.Questions.Where(question => newerByOlderPath.ContainsKey(question.Path)).DistinctBy(question => question.Path)
            .Select(question => (question, newerByOlderPath[question.Path])).OrderBy(pair => pair.Item2.Row);

    internal IEnumerable<Question> Removed => older.Questions.Where(question => !newerByOlderPath.ContainsKey(question.Path));

    internal IEnumerable<Question> Added => newer.Questions.Where(question => !met.Contains(question.Path));

    /// <summary>The newer question; null when there is none.</summary>
    internal Question? Newer(string olderPath) => newerByOlderPath.GetValueOrDefault(olderPath);

    void Add(Question question, Question counterpart)
    {
        newerByOlderPath.TryAdd(question.Path, counterpart);
        met.Add(counterpart.Path);
    }

    static Dictionary<string, Question> Unique(Form form) =>
        form.Questions.GroupBy(question => question.Name).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First());
}
