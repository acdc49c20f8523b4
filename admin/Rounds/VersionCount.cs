using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>How many sessions of a round stand on one version of its form.</summary>
/// <param name="File">The file as uploaded; null when it is not there.</param>
/// <param name="IsCurrent">Whether new sessions begin with it.</param>
public sealed record VersionCount(string Version, FormFile? File, bool IsCurrent, int Running, int Submitted)
{
    /// <summary>Characters of a version that tell it from all others in practice.</summary>
    const int ShortLength = 12;

    public string Short => Cut(Version);

    public static string Cut(string version) => version[..Math.Min(ShortLength, version.Length)];

    /// <summary>The round's version first, then those that sessions stand on, the latest upload first.</summary>
    internal static IReadOnlyList<VersionCount> Of(Round round, SessionCounts counts, IReadOnlyList<FormFile> files) =>
        [.. counts.All.Select(count => count.Version).Prepend(round.FormVersion).Distinct()
            .Select(version => new VersionCount(
                version, files.FirstOrDefault(file => file.Version == version), version == round.FormVersion,
                counts.All.Where(count => count.Version == version && count.Standing == Standing.Running).Sum(count => count.Count),
                counts.All.Where(count => count.Version == version && count.Standing == Standing.Submitted).Sum(count => count.Count)))
            .OrderByDescending(count => count.IsCurrent).ThenByDescending(count => count.File?.UploadedAt)];
}
