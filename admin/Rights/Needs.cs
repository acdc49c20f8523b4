using Microsoft.AspNetCore.Authorization;

namespace RbcBot.Admin.Rights;

/// <summary>What an endpoint asks for: one right, and under which word what happens there is noted.</summary>
/// <param name="act">The act in the audit trail; "" for a page that shows nothing of single people and changes nothing.</param>
sealed class Needs(Right right, string act = "") : IAuthorizeData
{
    const string Prefix = "right:";

    public Right Right => right;

    public string Act => act;

    /// <inheritdoc/>
    public string? Policy { get; set; } = PolicyOf(right);

    /// <inheritdoc/>
    public string? Roles { get; set; }

    /// <inheritdoc/>
    public string? AuthenticationSchemes { get; set; }

    /// <summary>The name of a right's policy.</summary>
    public static string PolicyOf(Right right) => Prefix + right;
}
