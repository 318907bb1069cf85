using 'main.bicep'

// For trying out: paid by use, kept for a week, no zones, nothing private.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'norwayeast')

var staffTenant = readEnvironmentVariable('SAMKJOP_STAFF_TENANT_ID')
var supplierAudience = readEnvironmentVariable('SAMKJOP_SUPPLIER_AUDIENCE')

param tokenIssuers = [
  {
    issuer: 'https://login.microsoftonline.com/${staffTenant}/v2.0'
    audience: readEnvironmentVariable('SAMKJOP_STAFF_AUDIENCE')
    metadataAddress: 'https://login.microsoftonline.com/${staffTenant}/v2.0/.well-known/openid-configuration'
    grantableRoles: [
      'need-reporter'
      'budget-holder'
      'procurement-officer'
      'evaluator'
      'opener'
      'award-decider'
      'qualification-officer'
      'contract-manager'
      'auditor'
      'administrator'
    ]
  }
  {
    issuer: 'https://test.idporten.no'
    audience: supplierAudience
    metadataAddress: 'https://test.idporten.no/.well-known/openid-configuration'
    grantableRoles: ['supplier-user']
  }
  {
    issuer: 'https://test.maskinporten.no/'
    audience: supplierAudience
    metadataAddress: 'https://test.maskinporten.no/.well-known/oauth-authorization-server'
    grantableRoles: ['supplier-system']
  }
]

param alertEmails = [readEnvironmentVariable('SAMKJOP_ALERT_EMAIL')]
param budgetStartDate = readEnvironmentVariable('SAMKJOP_BUDGET_START')
param monthlyBudget = 500

param bidRetentionDays = 7
param softDeleteDays = 7
param historyRetentionDays = 14
param cosmosAccountName = readEnvironmentVariable('SAMKJOP_COSMOS_ACCOUNT', '')
param durableBackend = readEnvironmentVariable('SAMKJOP_DURABLE_BACKEND', 'storage') == 'scheduler' ? 'scheduler' : 'storage'
param maximumInstanceCount = 5
param logDailyCapGigabytes = 1
