using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>What the page shows before a round, or sessions of it, go on to another version of the form.</summary>
/// <param name="Older">What it is compared with.</param>
/// <param name="Newer">What sessions would go on to.</param>
/// <param name="Versions">The versions that sessions of the round stand on.</param>
/// <param name="Asked">Kind, module and moment as chosen at the upload; "" takes the form's own.</param>
public sealed record ChangeView(Round Round, Form Older, Form Newer, IReadOnlyList<VersionCount> Versions, RoundWish Asked)
{
    public IReadOnlyList<FormChange> Changes { get; } = FormChanges.Between(Older, Newer);

    /// <summary>Whether new sessions begin with the newer form already.</summary>
    public bool IsLater => Round.FormVersion == Newer.Version;

    /// <summary>Running sessions on any other version than the newer one.</summary>
    public int Running => Versions.Where(version => version.Version != Newer.Version).Sum(version => version.Running);

    public int Submitted => Versions.Where(version => version.Version != Newer.Version).Sum(version => version.Submitted);
}

/// <summary>What a round is to be, as words of a form or an address; "" takes the form's own.</summary>
public sealed record RoundWish(string Kind, string Module, string Moment)
{
    internal static RoundWish Of(Upload upload) => new(upload.Kind?.ToString().ToLowerInvariant() ?? "", upload.Module ?? "", upload.Moment ?? "");

    internal static RoundWish Of(Func<string, string?> field) => new(field("kind") ?? "", field("module") ?? "", field("moment") ?? "");

    /// <summary>Null takes the form's own.</summary>
    internal RoundKind? RoundKind => Enum.TryParse<RoundKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    internal string Query => string.Concat(
        new[] { ("kind", Kind), ("module", Module), ("moment", Moment) }.Where(wish => wish.Item2.Length > 0).Select(wish => $"&{wish.Item1}={Uri.EscapeDataString(wish.Item2)}"));
}
