using System.Globalization;
using RbcBot.Bot.Storage;
using RbcBot.Core.Calendar;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Auditing;

/// <summary>The anchors of the audit trail that this node wrote down, a file a day.</summary>
sealed class AnchorFolder(StorageOptions options)
{
    const string Pattern = "audit-*.txt";

    readonly string folder = Path.Combine(options.Path, "anchors");

    /// <summary>All of them.</summary>
    public IReadOnlyList<AuditAnchor> All() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal).SelectMany(file => Read(File.ReadAllText(file)))]
        : [];

    /// <summary>The anchors in a text, a line each.</summary>
    public static IReadOnlyList<AuditAnchor> Read(string text) => [.. text.Split('\n').Select(AuditAnchor.Parse).OfType<AuditAnchor>()];

    public bool Has(DateTimeOffset now) => File.Exists(FileOf(now));

    public void Write(AuditAnchor anchor)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(FileOf(anchor.At), anchor + "\n");
    }

    string FileOf(DateTimeOffset at) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"audit-{KigaliTime.Day(at):yyyy-MM-dd}.txt"));
}
