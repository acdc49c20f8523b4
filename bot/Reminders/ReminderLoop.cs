namespace RbcBot.Bot.Reminders;

/// <summary>Puts the clock's channel together.</summary>
static class ReminderLoop
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services.AddHostedService<ReminderWorker>();
}
