using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>Gives who is signed in other roles than her account has; the sign-in itself stays as it is.</summary>
sealed class GivenRoles(Func<IReadOnlyList<Role>?> given) : IClaimsTransformation
{
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) => Task.FromResult(given() is not { } roles || principal.Identity is not ClaimsIdentity own
        ? principal
        : new ClaimsPrincipal(new ClaimsIdentity(
            own.Claims.Where(claim => claim.Type != ClaimTypes.Role).Concat(roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))), own.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role)));
}
