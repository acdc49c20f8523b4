using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Checks the names of rows: fit to be stored, and one of each in a group.</summary>
sealed partial class RowNames(Draft draft)
{
    readonly HashSet<(Bind?, string)> taken = [], takenInAnyCase = [];

    internal void Check(Bind bind, TableRow row)
    {
        var place = draft.Survey.At(row, "name");
        if (bind.Name.Length == 0)
        {
            draft.Findings.Refuse("name-missing", place, "The row has no name. Write a short one without spaces, such as years_worked.");
        }
        else if (!ValidName().IsMatch(bind.Name))
        {
            draft.Findings.Refuse("name-invalid", place,
                $"The name \"{bind.Name}\" cannot be used: it must begin with a letter or _ and hold only letters, digits, _, - and full stops.", proposal: Fit(bind.Name));
        }
        else if (!taken.Add((bind.Parent, bind.Name)))
        {
            draft.Findings.Refuse("name-duplicate", place, $"The name {bind.Name} stands twice in the same group. Every row needs its own name.");
        }
        else if (bind.Parent is null && bind.Name == "meta")
        {
            draft.Findings.Refuse("name-reserved", place, "The name meta is the standard's own. Choose another.");
        }
        else if (!takenInAnyCase.Add((bind.Parent, bind.Name.ToUpperInvariant())))
        {
            draft.Findings.Warn("name-similar", place, $"Another row of the group has the name {bind.Name} in other letters: some tools take them for one.");
        }
    }

    static string Fit(string name)
    {
        var fit = Unfit().Replace(name.Trim(), "_");
        return ValidName().IsMatch(fit) ? fit : "_" + fit;
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}_.-]+")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_.-]*$")]
    private static partial Regex ValidName();
}
