"""Lists of decisions, minutes and agendas of local councils (*besluitenlijsten, notulen, agenda's*)."""
