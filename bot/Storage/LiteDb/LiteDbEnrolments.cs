using RbcBot.Core.Programme;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Enrolments, one for each person and module.</summary>
sealed class LiteDbEnrolments(LiteDbStore store) : IEnrolments
{
    readonly LiteDbShelf<Enrolment> enrolments = new(store, LiteDbSchema.Enrolments);

    public Task<IReadOnlyList<Enrolment>> ListAsync(CancellationToken stop) => enrolments.ListAsync(stop);

    public Task AddAsync(IReadOnlyList<Enrolment> added, CancellationToken stop) =>
        enrolments.AddAsync(added.Select(one => ($"{one.Person}/{one.Module}", one)), stop);
}
