using Microsoft.AspNetCore.Identity;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.SignIn;

/// <summary>Names as accounts are looked up by: without case. Unlike the usual one it takes whatever somebody types, half a letter too.</summary>
sealed class LookupNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : Folding.Storable(name).Normalize().ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
