namespace RbcBot.Tests.Browser;

/// <summary>A fact that needs Chromium; on a machine without it the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "There is no Chromium on this machine: install the package chromium.";
    }
}
