using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rights;

/// <summary>Makes the table hold: a policy a right, and what names no right is denied.</summary>
static class RightsSetup
{
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.AddAuthorization(Set);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusal>();
        services.TryAddSingleton<IPairings, NoPairings>();
        // Who gives no key gets one that no other start knows: pseudonyms that nobody can join.
        services.TryAddSingleton(_ => new PseudonymKey(RandomNumberGenerator.GetBytes(PseudonymKey.LeastBytes)));
        return services.AddSingleton<KnownPseudonyms>().AddScoped<Scopes>().AddScoped<Pseudonyms>().AddScoped<Veil>();
    }

    static void Set(AuthorizationOptions rules)
    {
        foreach (var right in Enum.GetValues<Right>())
            rules.AddPolicy(Needs.PolicyOf(right), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => RightsTable.May(context.User, right)));
        rules.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
    }
}
