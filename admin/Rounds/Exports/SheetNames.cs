namespace RbcBot.Admin.Rounds.Exports;

/// <summary>Names of sheets as spreadsheets allow them: at most 31 characters, some of them forbidden, none twice, none that looks like a formula.</summary>
sealed class SheetNames(IEnumerable<string> reserved)
{
    const int Longest = 31;

    // Excel keeps history for itself.
    readonly HashSet<string> taken = new([.. reserved, "history"], StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var name = Cut(new string([.. wanted.Select(Allowed)]).TrimStart(' ', '=', '+', '-', '@').Trim(), Longest);
        name = name.Length == 0 ? "sheet" : name;
        for (var number = 2; !taken.Add(name); number++)
            name = Cut(name.Split('~')[0], Longest - 4) + "~" + number;
        return name;
    }

    static char Allowed(char letter) => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' || char.IsControl(letter) || char.IsSurrogate(letter) ? '_' : letter;

    static string Cut(string name, int length) => name.Length <= length ? name : name[..length];
}
