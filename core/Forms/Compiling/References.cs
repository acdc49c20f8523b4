namespace RbcBot.Core.Forms.Compiling;

/// <summary>Checks that every ${name} names exactly one row.</summary>
static class References
{
    internal static void Check(Draft draft, IReadOnlyList<Bind> binds)
    {
        var count = binds.CountBy(bind => bind.Name).ToDictionary();
        foreach (var mention in draft.Mentions)
        {
            var known = count.GetValueOrDefault(mention.Name);
            if (known == 0)
            {
                draft.Findings.Refuse("reference-unknown", mention.Place,
                    $"${{{mention.Name}}}: no row has the name {mention.Name}.{Proposal(mention.Name, count.Keys)}", Position(mention), Corrected(mention, count.Keys));
            }
            else if (known > 1)
            {
                draft.Findings.Refuse("reference-ambiguous", mention.Place,
                    $"${{{mention.Name}}}: {known} rows have the name {mention.Name}. Give them different names.", Position(mention));
            }
        }
    }

    static int? Position(Mention mention) => mention.Source?.IndexOf(mention.Name, StringComparison.Ordinal) is >= 2 and var at ? at - 1 : null;

    static string Proposal(string name, IEnumerable<string> names) => Nearest.To(name, names) is { } near ? $" Did you mean ${{{near}}}?" : "";

    static string? Corrected(Mention mention, IEnumerable<string> names) =>
        Nearest.To(mention.Name, names) is { } near && mention.Source is { } source ? source.Replace("${" + mention.Name + "}", "${" + near + "}", StringComparison.Ordinal) : null;
}
