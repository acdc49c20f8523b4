namespace RbcBot.Core.Safety;

/// <summary>What a text says about danger, the mildest first: of several the last one counts.</summary>
public enum SafetyLevel
{
    /// <summary>Nothing of it.</summary>
    None,

    /// <summary>Somebody else's danger, told at work: a patient who said that she wants to die.</summary>
    Professional,

    /// <summary>The person writes that she cannot go on.</summary>
    Distress,

    /// <summary>Violence or abuse is disclosed.</summary>
    Violence,

    /// <summary>Somebody has a seizure at this moment.</summary>
    Seizure,

    /// <summary>Somebody may die by her own hand, now or soon.</summary>
    Imminent,

    /// <summary>The text could not be read for danger, so that help is shown to be safe.</summary>
    Unread,
}
