using RbcBot.Core.People;

namespace RbcBot.Core.Programme;

/// <summary>As what somebody takes part.</summary>
public enum Seat { Coach, Trainee }

/// <summary>A person's place in a module after the selection was confirmed.</summary>
/// <param name="Module">The module's id; "coaching" for the training of coaches.</param>
public sealed record Enrolment(PersonId Person, string Module, Seat Seat, DateTimeOffset At);

/// <summary>Who is enrolled in what.</summary>
public interface IEnrolments
{
    Task<IReadOnlyList<Enrolment>> ListAsync(CancellationToken stop);

    /// <summary>How many people have one or more.</summary>
    Task<int> PeopleAsync(CancellationToken stop);

    /// <summary>Adds those that are not there yet; durable on return.</summary>
    Task AddAsync(IReadOnlyList<Enrolment> enrolments, CancellationToken stop);
}
