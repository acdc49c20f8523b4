using System.Collections.Concurrent;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>What the check of form files says, of those that were looked at last: to read and check a workbook takes as long as a whole page may, and a version never changes.</summary>
sealed class KnownRemarks
{
    const int MostKept = 16;

    readonly ConcurrentDictionary<string, Remarks> byVersion = new(StringComparer.Ordinal);

    public Remarks Of(FormFile file)
    {
        if (byVersion.TryGetValue(file.Version, out var known))
            return known;
        if (byVersion.Count >= MostKept)
            byVersion.Clear();
        return byVersion[file.Version] = Remarks.Of(file);
    }
}
