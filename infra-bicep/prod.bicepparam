using 'main.bicep'

// For real rounds: spread over zones, restorable for thirty days, private, watched from outside.
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
    issuer: 'https://idporten.no'
    audience: supplierAudience
    metadataAddress: 'https://idporten.no/.well-known/openid-configuration'
    grantableRoles: ['supplier-user']
  }
  {
    issuer: 'https://maskinporten.no/'
    audience: supplierAudience
    metadataAddress: 'https://maskinporten.no/.well-known/oauth-authorization-server'
    grantableRoles: ['supplier-system']
  }
]

param alertEmails = [readEnvironmentVariable('SAMKJOP_ALERT_EMAIL')]
param budgetStartDate = readEnvironmentVariable('SAMKJOP_BUDGET_START')
param monthlyBudget = 6000

// Five years from its creation; see README.md for how the policy is locked.
param bidRetentionDays = 1825
param bidRetentionLocked = bool(readEnvironmentVariable('SAMKJOP_BID_RETENTION_LOCKED', 'false'))
param softDeleteDays = 90
param historyRetentionDays = 365

param ocidPrefix = readEnvironmentVariable('SAMKJOP_OCID_PREFIX', '')
param publicAddress = readEnvironmentVariable('SAMKJOP_PUBLIC_ADDRESS', '')

param durableBackend = readEnvironmentVariable('SAMKJOP_DURABLE_BACKEND', 'storage') == 'scheduler' ? 'scheduler' : 'storage'
param zoneRedundant = true
param cosmosAccountName = readEnvironmentVariable('SAMKJOP_COSMOS_ACCOUNT', '')
param cosmosBackupTier = 'Continuous30Days'
param privateNetworking = true
param maximumInstanceCount = 40
param alwaysReadyInstances = 1
param logRetentionDays = 90
param probeReadiness = true
