using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RbcBot.Admin.SignIn;

/// <summary>What the door is made of.</summary>
static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton<FirstRunToken>().AddSingleton<Passwords>().AddSingleton<SignInLimit>();
        services.AddSingleton<Stays>().AddSingleton<Attempts>().AddSingleton<Familiar>().AddSingleton<Authenticators>().AddSingleton<PasskeyCeremony>().AddSingleton<AccountNotes>();
        services.AddScoped<PasswordCheck>().AddScoped<Entering>().AddScoped<Enrolling>().AddScoped<Proof>().AddScoped<InvitedAccounts>().AddScoped<AccountActs>();
        AddIdentity(services, options);
        services.AddAuthentication(StayScheme.Name).AddScheme<AuthenticationSchemeOptions, StayScheme>(StayScheme.Name, _ => { });
        return services;
    }

    /// <summary>What is open to everybody.</summary>
    public static void MapDoors(IEndpointRouteBuilder console)
    {
        Door.MapDoor(console);
        SecondDoor.MapSecondDoor(console);
        EnrolDoor.MapEnrolling(console);
        FirstRun.MapFirstRun(console);
        InvitationDoor.MapInvitations(console);
        PasskeyScript.MapScript(console);
    }

    static void AddIdentity(IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton<ILookupNormalizer, LookupNames>();
        services.AddIdentityCore<AccountUser>(identity =>
        {
            identity.User.AllowedUserNameCharacters = ""; // Account.IsName says what a name is
            identity.Password = new PasswordOptions { RequiredLength = 1, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        }).AddUserStore<AccountUsers>().AddPasswordValidator<CommonPasswords>();
        services.AddSingleton(all => all.GetRequiredService<Passwords>().Hasher);
        services.AddScoped<IPasskeyHandler<AccountUser>, PasskeyHandler<AccountUser>>();
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            // A passkey stands for both factors, so the device must have asked its owner.
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "preferred";
            passkey.ServerDomain = options.PublicUrl.Length > 0 ? new Uri(options.PublicUrl).Host : null;
            passkey.ValidateOrigin = origin => ValueTask.FromResult(PasskeyScript.IsOurs(origin, options.PublicUrl));
        });
    }
}
