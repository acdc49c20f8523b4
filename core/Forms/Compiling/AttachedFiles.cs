using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Expressions;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The files that came with a form: lists to choose from, and what its labels show.</summary>
sealed partial class AttachedFiles(IReadOnlyDictionary<string, byte[]> files, FindingList findings)
{
    readonly Dictionary<string, IReadOnlyList<ListRow>> lists = [];
    readonly HashSet<string> told = [];

    internal IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>What is wanted and not there.</summary>
    internal IReadOnlyList<string> Missing => [.. told];

    /// <summary>Lists by their name without ending, as instance('name') and pulldata('name') see them.</summary>
    internal IReadOnlyDictionary<string, Node> Instances => lists.ToDictionary(list => Path.GetFileNameWithoutExtension(list.Key), list =>
    {
        var root = new Node("root");
        foreach (var row in list.Value)
        {
            var item = root.Add(new("item"));
            foreach (var (column, text) in row)
            {
                item.Add(new(column) { Text = text });
            }
        }
        return root;
    });

    /// <summary>Says once that a file is not there.</summary>
    internal bool Require(string file, Place place)
    {
        if (Find(file) is not null)
        {
            return true;
        }
        if (told.Add(file))
        {
            findings.Warn("attachment-missing", place, $"The file {file} did not come with the form. Upload it together with the form, or pack both into one .zip.");
        }
        return false;
    }

    /// <summary>The lists that pulldata('name', …) looks into.</summary>
    internal void RequirePulled(string expression, Place place)
    {
        foreach (Match call in Pulled().Matches(expression))
        {
            Rows(call.Groups["name"].Value + ".csv", place);
        }
    }

    /// <summary>The choices of an attached list.</summary>
    /// <param name="value">The column of what is stored; "" for name.</param>
    /// <param name="label">The column of what people read; "" for label.</param>
    internal IReadOnlyList<Choice> Choices(string file, string value, string label, Place place)
    {
        var isGeo = file.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase);
        var (name, text) = (value.Length > 0 ? value : isGeo ? "id" : "name", label.Length > 0 ? label : isGeo ? "title" : "label");
        var rows = Rows(file, place);
        if (rows.Count > 0 && !rows[0].ContainsKey(name))
        {
            findings.Refuse("attachment-column", place, $"The file {file} has no column {name}. Rename the column of the values, or write value=COLUMN in parameters.");
            return [];
        }
        return [.. rows.Where(row => row.GetValueOrDefault(name, "").Length > 0).Select(row => new Choice(
            row[name], new Dictionary<string, string> { [""] = row.GetValueOrDefault(text) is { Length: > 0 } read ? read : row[name] }, row))];
    }

    /// <summary>The rows of an attached list; none when it is not there or not readable, which is then said.</summary>
    internal IReadOnlyList<ListRow> Rows(string file, Place place)
    {
        if (lists.TryGetValue(file, out var known))
        {
            return known;
        }
        return lists[file] = Require(file, place) && Find(file) is { } bytes ? Read(file, bytes) : [];
    }

    IReadOnlyList<ListRow> Read(string file, byte[] bytes)
    {
        var (rows, found) = AttachedList.Read(file, bytes);
        findings.AddRange(found);
        return rows ?? [];
    }

    byte[]? Find(string file) => files.TryGetValue(file, out var bytes) ? bytes
        : files.FirstOrDefault(known => known.Key.Equals(file, StringComparison.OrdinalIgnoreCase)).Value;

    [GeneratedRegex(@"pulldata\(\s*['""](?<name>[^'""]+)['""]")]
    private static partial Regex Pulled();
}
