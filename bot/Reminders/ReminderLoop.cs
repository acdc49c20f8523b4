namespace RbcBot.Bot.Reminders;

/// <summary>Puts the clock's channel together.</summary>
static class ReminderLoop
{
    public static IServiceCollection AddReminders(this IServiceCollection services, NodeOptions? node = null) => services
        .AddSingleton<ReminderWorker>()
        .AddHosted(node, all => all.GetRequiredService<ReminderWorker>());
}
