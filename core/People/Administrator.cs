namespace RbcBot.Core.People;

/// <summary>Somebody who may sign in to the console.</summary>
/// <param name="Name">Sign-in name, unique, compared without case.</param>
/// <param name="PasswordHash">As made by ASP.NET Core Identity's hasher; never shown.</param>
public sealed record Administrator(string Name, string PasswordHash, DateTimeOffset Since);

/// <summary>The administrators.</summary>
public interface IAdministrators
{
    /// <summary>All of them; empty on first run.</summary>
    Task<IReadOnlyList<Administrator>> ListAsync(CancellationToken stop);

    /// <summary>Adds one, or replaces the one of the same name; durable on return.</summary>
    Task PutAsync(Administrator administrator, CancellationToken stop);
}
